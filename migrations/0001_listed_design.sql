ALTER TABLE `chats` ADD `verdict` text;--> statement-breakpoint
ALTER TABLE `chats` ADD `total_cents` integer;