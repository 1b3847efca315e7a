/** How a person gets the add-in of this development server into their own Excel, in Chinese. */

/** What the instructions name. */
export interface SideloadFacts {
  /** What the button is called. */
  readonly name: string;
  /** Such as "taskpane.html". */
  readonly page: string;
  /** Full path of the manifest on this machine. */
  readonly manifestPath: string;
  /** The add-in's GUID, as the manifest has it. */
  readonly id: string;
  /** Such as "https://localhost:3000". */
  readonly url: string;
}

/** The instructions for Windows (two ways), Mac and the web. */
export function sideloadInstructions({ name, page, manifestPath, id, url }: SideloadFacts): string {
  return `
${name}，开发服务器：${url}/${page}
清单文件：${manifestPath}
先用浏览器打开上面的地址，确认没有证书警告，再装进 Excel：

Windows，方法一（注册表，单机，最简单）：在命令提示符中运行下面一行，然后重新启动 Excel
  reg add "HKCU\\SOFTWARE\\Microsoft\\Office\\16.0\\Wef\\Developer" /v "${id}" /t REG_SZ /d "${manifestPath}" /f
  “开始”选项卡上会出现“${name}”。删除：
  reg delete "HKCU\\SOFTWARE\\Microsoft\\Office\\16.0\\Wef\\Developer" /v "${id}" /f

Windows，方法二（共享文件夹目录）：
  1. 把清单文件复制到一个共享文件夹，例如 \\\\电脑名\\加载项（必须用 \\\\ 开头的网络路径）。
  2. Excel：文件 > 选项 > 信任中心 > 信任中心设置 > 受信任的加载项目录，添加该路径并勾选“在菜单中显示”，重新启动 Excel。
  3. 开始（或插入）> 加载项 > 更多加载项 > 共享文件夹 > ${name} > 添加。

Mac：
  1. 把清单文件复制到 ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/（没有该文件夹就新建）。
  2. 重新启动 Excel：插入 > “我的加载项”右边的箭头 > ${name}。

网页版 Excel：
  开始（或插入）> 加载项 > 更多加载项 > 上传我的加载项，选择清单文件。浏览器和服务器须在同一台电脑上。

清单改过而 Excel 里没有变：关闭 Excel，清空 %LOCALAPPDATA%\\Microsoft\\Office\\16.0\\Wef（Mac：上面的 wef 文件夹），再装一次。
`;
}
