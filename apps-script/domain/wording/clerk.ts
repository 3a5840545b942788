export const badClerk = () => "经办人请写姓名，最多 20 个字。";
