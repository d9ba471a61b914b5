-- No row is carried over: nothing has written any yet, and each is projected from its room again.
DROP TABLE `usage_events`;--> statement-breakpoint
CREATE TABLE `usage_events` (
	`key` integer PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`chat_id` text,
	`message_id` text,
	`purpose` text NOT NULL,
	`provider` text NOT NULL,
	`model` text,
	`agent` text,
	`input_tokens` integer NOT NULL,
	`output_tokens` integer NOT NULL,
	`cost_micro_usd` integer NOT NULL,
	`created_at` integer NOT NULL,
	`projected_seq` integer NOT NULL,
	FOREIGN KEY (`chat_id`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `usage_paid_for` ON `usage_events` (`chat_id`,`message_id`,`purpose`);
