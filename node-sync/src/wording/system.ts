/** What is said when the system refuses to read or write. `path` is a file or folder that people know; empty when unknown. */
export const notFound = (path: string) => `找不到文件 ${path}。`;
export const noAccess = (path: string) => `没有权限读写 ${path}。请在文件夹的权限里给自己读写权，或请管理员开通。`;
export const readOnly = (path: string) => `磁盘是只读的，没有写入 ${path}。请换一个能写的地方，或请管理员开通写入。`;
export const isFolder = (path: string) => `${path} 是文件夹，不是文件。`;
export const notFolder = (path: string) => `${path} 的上一级是文件，不是文件夹。请核对路径。`;
export const diskFull = (path: string) => `磁盘已满，写不下 ${path}。请腾出空间后再试。`;
export const quotaFull = (path: string) => `分给您的磁盘空间用完了，写不下 ${path}。请清理后再试，或请管理员加空间。`;
export const fileTooBig = (path: string) => `文件太大，这个磁盘放不下 ${path}。请换一个磁盘。`;
export const nameTooLong = (path: string) => `名字太长，系统不接受：${shortened(path)}。请改短文件名或文件夹名。`;
export const tooManyOpen = (path: string) => `电脑同时打开的文件太多，打不开 ${path}。请关掉一些程序后再试。`;
export const diskFault = (path: string) => `磁盘读写出错：${path}。硬盘或网络盘可能有故障，请检查后再试，并保管好备份。`;
export const unreachable = (path: string) => `连不上 ${path} 所在的磁盘或网络盘。请检查后再试。`;
export const inUse = (path: string) => `${path} 正被别的程序占用。请关闭后再试。`;
export const circularLink = (path: string) => `${path} 的链接绕成了圈。请核对路径。`;

/** Enough of each name to know it by. */
function shortened(path: string): string {
  return path
    .split("/")
    .map((name) => ([...name].length > 40 ? `${[...name].slice(0, 30).join("")}…` : name))
    .join("/");
}
