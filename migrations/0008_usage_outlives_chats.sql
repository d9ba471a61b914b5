-- What was spent outlives its chat. Rows are carried over.
CREATE TABLE `__new_usage_events` (
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
	`projected_seq` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_usage_events`("key", "user_id", "chat_id", "message_id", "purpose", "provider", "model", "agent", "input_tokens", "output_tokens", "cost_micro_usd", "created_at", "projected_seq") SELECT "key", "user_id", "chat_id", "message_id", "purpose", "provider", "model", "agent", "input_tokens", "output_tokens", "cost_micro_usd", "created_at", "projected_seq" FROM `usage_events`;--> statement-breakpoint
DROP TABLE `usage_events`;--> statement-breakpoint
ALTER TABLE `__new_usage_events` RENAME TO `usage_events`;--> statement-breakpoint
CREATE UNIQUE INDEX `usage_paid_for` ON `usage_events` (`chat_id`,`message_id`,`purpose`);