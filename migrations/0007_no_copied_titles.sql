ALTER TABLE `chats` ADD `unsaid_seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- A chat's title is looked up: a copy outlived the text that it was taken from.
UPDATE `jobs` SET `subject` = '' WHERE `chat_id` IS NOT NULL;
