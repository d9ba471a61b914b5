CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`start` text NOT NULL,
	`hash` text NOT NULL,
	`scopes` text NOT NULL,
	`last_used_at` integer,
	`expires_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash_unique` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE INDEX `api_keys_person` ON `api_keys` (`user_id`);--> statement-breakpoint
CREATE TABLE `chat_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`chat_id` text NOT NULL,
	`generation` integer NOT NULL,
	`token_hash` text NOT NULL,
	`role` text NOT NULL,
	`guests` integer NOT NULL,
	`max_uses` integer,
	`expires_at` integer,
	`revoked_at` integer,
	`created_by` text NOT NULL,
	`created_by_name` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`chat_id`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chat_invitations_token_hash_unique` ON `chat_invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_chat` ON `chat_invitations` (`chat_id`);--> statement-breakpoint
CREATE TABLE `invitation_uses` (
	`invitation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`invitation_id`, `user_id`),
	FOREIGN KEY (`invitation_id`) REFERENCES `chat_invitations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`chat_id` text,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`input` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`done` integer NOT NULL,
	`total` integer,
	`error` text,
	`run_after` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `jobs_owner` ON `jobs` (`owner_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`run_after`) WHERE "jobs"."state" in ('queued', 'running');--> statement-breakpoint
CREATE TABLE `profiles` (
	`user_id` text PRIMARY KEY NOT NULL,
	`username` text,
	`preferences` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `profiles_username_unique` ON `profiles` (`username`);--> statement-breakpoint
CREATE TABLE `session_rooms` (
	`session_id` text NOT NULL,
	`chat_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`session_id`, `chat_id`),
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `usage_events` (
	`id` text PRIMARY KEY NOT NULL,
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
CREATE INDEX `usage_chat` ON `usage_events` (`chat_id`);--> statement-breakpoint
CREATE INDEX `usage_person` ON `usage_events` (`user_id`,`created_at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_messages` (
	`key` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`chat_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`run_id` text,
	`sender_type` text NOT NULL,
	`sender_id` text,
	`sender_name` text,
	`agent` text,
	`model_id` text,
	`intent` text,
	`parent_id` text,
	`reply_to_id` text,
	`is_first_responder` integer DEFAULT false NOT NULL,
	`content` text NOT NULL,
	`status` text NOT NULL,
	`input_tokens` integer,
	`output_tokens` integer,
	`cost_micro_usd` integer,
	`latency_ms` integer,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`removed_at` integer,
	`projected_seq` integer NOT NULL,
	FOREIGN KEY (`chat_id`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_messages`("id", "chat_id", "owner_id", "sequence", "sender_type", "sender_id", "sender_name", "agent", "model_id", "intent", "content", "status", "input_tokens", "output_tokens", "cost_micro_usd", "latency_ms", "created_at", "projected_seq") SELECT "id", "chat_id", "owner_id", "sequence", "sender_type", "sender_id", "sender_name", "agent", "model_id", "intent", "content", "status", "input_tokens", "output_tokens", "cost_micro_usd", "latency_ms", "created_at", "projected_seq" FROM `messages` ORDER BY `created_at`;--> statement-breakpoint
DROP TABLE `messages`;--> statement-breakpoint
ALTER TABLE `__new_messages` RENAME TO `messages`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `messages_place` ON `messages` (`chat_id`,`sequence`);--> statement-breakpoint
ALTER TABLE `chat_participants` ADD `guest` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `chat_participants` ADD `active` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `chat_participants` ADD `invited_by` text;--> statement-breakpoint
ALTER TABLE `chat_participants` ADD `last_read_sequence` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `chats` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `chats` ADD `trashed_at` integer;--> statement-breakpoint
ALTER TABLE `chats` ADD `member_count` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `chats` ADD `input_tokens` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `chats` ADD `output_tokens` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `chats` ADD `cost_micro_usd` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `chats_trash` ON `chats` (`trashed_at`) WHERE "chats"."trashed_at" is not null;--> statement-breakpoint
ALTER TABLE `session` ADD `impersonatedBy` text;--> statement-breakpoint
ALTER TABLE `user` ADD `role` text;--> statement-breakpoint
ALTER TABLE `user` ADD `banned` integer;--> statement-breakpoint
ALTER TABLE `user` ADD `banReason` text;--> statement-breakpoint
ALTER TABLE `user` ADD `banExpires` integer;