CREATE TABLE `code_files` (
	`chat_id` text NOT NULL,
	`id` text NOT NULL,
	`device_id` text NOT NULL,
	`unit_number` integer NOT NULL,
	`filename` text NOT NULL,
	`language` text NOT NULL,
	`platform` text NOT NULL,
	`libraries` text NOT NULL,
	`production_ready` integer NOT NULL,
	`projected_seq` integer NOT NULL,
	PRIMARY KEY(`chat_id`, `id`),
	FOREIGN KEY (`chat_id`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `connections` (
	`chat_id` text NOT NULL,
	`id` text NOT NULL,
	`device_id` text NOT NULL,
	`step` integer NOT NULL,
	`from_pin` text NOT NULL,
	`to_pin` text NOT NULL,
	`net` text NOT NULL,
	`volts` real,
	`colour` text NOT NULL,
	`note` text NOT NULL,
	`warning` text,
	`projected_seq` integer NOT NULL,
	PRIMARY KEY(`chat_id`, `id`),
	FOREIGN KEY (`chat_id`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `owned_parts` (
	`user_id` text NOT NULL,
	`catalog_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `catalog_id`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `parts` (
	`chat_id` text NOT NULL,
	`id` text NOT NULL,
	`device_id` text NOT NULL,
	`catalog_id` text,
	`name` text NOT NULL,
	`part_number` text,
	`category` text NOT NULL,
	`quantity` integer NOT NULL,
	`role` text NOT NULL,
	`owned` integer NOT NULL,
	`unit_price_cents` integer NOT NULL,
	`price_low_cents` integer NOT NULL,
	`price_high_cents` integer NOT NULL,
	`supplier` text,
	`url` text,
	`datasheet_url` text,
	`supply_min_volts` real,
	`supply_max_volts` real,
	`logic_volts` real,
	`typical_ma` real,
	`max_ma` real,
	`interface` text,
	`pins` text NOT NULL,
	`alternatives` text NOT NULL,
	`warnings` text NOT NULL,
	`projected_seq` integer NOT NULL,
	PRIMARY KEY(`chat_id`, `id`),
	FOREIGN KEY (`chat_id`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `projects` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`name` text,
	`goal` text,
	`category` text,
	`location` text,
	`budget_cents` integer,
	`currency` text,
	`status` text,
	`steps` text DEFAULT '{}' NOT NULL,
	`success_metrics` text DEFAULT '[]' NOT NULL,
	`design_chat_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `projects_owner` ON `projects` (`owner_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `projects_design_chat` ON `projects` (`design_chat_id`) WHERE "projects"."design_chat_id" is not null;--> statement-breakpoint
CREATE INDEX `chats_project` ON `chats` (`project_id`) WHERE "chats"."project_id" is not null;