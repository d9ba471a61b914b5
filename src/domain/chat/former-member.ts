/** What somebody is called in chats whose account was deleted. */
export const formerMemberName = "Former member";
