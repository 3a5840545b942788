/** What is said where a page and the holder of the workbook do not understand each other. */
export const badRequest = () => "页面发来的请求不完整，没有写入。请刷新页面后重试。";
export const decisionTooLarge = () => "这次要写的内容超过20MB，页面上写不了，没有写入。请用命令行或工作台办理。";
