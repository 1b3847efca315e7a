# 自评复核 __version__：装不上、看不见或打不开时，说出是什么挡住了。
# 只读取注册表、文件和本单位自己的服务器，不修改任何设置，不向外发送任何内容。
# 只用单引号写中文：PowerShell 把弯引号也当作引号。

$ErrorActionPreference = 'Stop'
$AddinId = '__id__'
$BaseUrl = '__baseUrl__'
$Share = '__share__'
$Report = New-Object System.Collections.Generic.List[string]
$Blocked = 0

function Write-Line([string]$Text, [string]$Color = 'Gray') {
  Write-Host $Text -ForegroundColor $Color
  $script:Report.Add($Text)
}

function Write-Fine([string]$Text) { Write-Line ('[正常] ' + $Text) 'Green' }

function Write-Note([string]$Text, [string]$Advice) {
  Write-Line ('[注意] ' + $Text) 'Yellow'
  Write-Line ('       ' + $Advice)
}

function Write-Block([string]$Text, [string]$Advice) {
  $script:Blocked += 1
  Write-Line ('[阻碍] ' + $Text) 'Red'
  Write-Line ('       怎么办：' + $Advice)
}

# 注册表中的一个值；没有时为 $null。
function Read-Value([string]$Key, [string]$Name) {
  $Item = Get-ItemProperty -LiteralPath ('Registry::' + $Key) -Name $Name -ErrorAction SilentlyContinue
  if ($null -eq $Item) { return $null }
  return $Item.$Name
}

# 文件读得到吗；没有权限和没有文件一样。
function Test-File([string]$Path) {
  return [bool](Test-Path -LiteralPath $Path -PathType Leaf -ErrorAction SilentlyContinue)
}

function Test-Office {
  Write-Line ''
  Write-Line '一、Office 版本'
  $Setup = 'HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Office\ClickToRun\Configuration'
  $Version = Read-Value $Setup 'VersionToReport'
  $Products = Read-Value $Setup 'ProductReleaseIds'
  if ($null -eq $Version) {
    $Old = @(
      'HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Office\16.0\Excel\InstallRoot',
      'HKEY_LOCAL_MACHINE\SOFTWARE\WOW6432Node\Microsoft\Office\16.0\Excel\InstallRoot'
    ) | Where-Object { $null -ne (Read-Value $_ 'Path') }
    if ($Old) {
      Write-Block '这是批量授权的 Office 2016（MSI 安装），它用 IE 显示加载项，不能运行自评复核。' '换成 Office 2021、Office LTSC 2021 或更高版本，或 Microsoft 365。'
    }
    else {
      Write-Block '没有找到 Excel 2016 或更高版本。WPS 不能运行这种加载项。' '安装 Office 2021 或更高版本；WPS 用户可用自评复核的命令行版。'
    }
    return
  }
  $Build = [int]($Version.Split('.')[2])
  if ($Products -match '(2016|2019)Volume') {
    Write-Block ('批量授权的旧版 Office（' + $Products + '，' + $Version + '）用 IE 显示加载项。') '换成 Office LTSC 2021 或更高版本，或 Microsoft 365。'
  }
  elseif ($Build -lt 13801) {
    Write-Block ('Office 版本 ' + $Version + ' 太旧，读不了合并单元格（需要 16.0.13801 以上）。') '更新 Office：文件 > 帐户 > 更新选项。'
  }
  else {
    Write-Fine ('Office ' + $Version + '（' + $Products + '）')
  }
  if ($Build -lt 14326 -and (Read-Value 'HKEY_CURRENT_USER\Software\Microsoft\Office\16.0\WEF' 'Win32WebView2') -ne 1) {
    Write-Note '这个版本的 Office 默认不用 WebView2。' '更新 Office 到 16.0.14326 以上。'
  }
}

function Test-WebView2 {
  Write-Line ''
  Write-Line '二、Microsoft Edge WebView2 运行时'
  $Client = 'Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}'
  $Version = @(
    ('HKEY_LOCAL_MACHINE\SOFTWARE\WOW6432Node\' + $Client),
    ('HKEY_LOCAL_MACHINE\SOFTWARE\' + $Client),
    ('HKEY_CURRENT_USER\Software\' + $Client)
  ) | ForEach-Object { Read-Value $_ 'pv' } | Where-Object { $_ -and $_ -ne '0.0.0.0' } | Select-Object -First 1
  if ($Version) { Write-Fine ('WebView2 ' + $Version) }
  else {
    Write-Block '没有安装 WebView2 运行时，Excel 会用旧的浏览器组件，窗格打不开。' '安装『常青版独立安装程序』（可离线，分 x86、x64、ARM64）。'
  }
}

function Test-Policy {
  Write-Line ''
  Write-Line '三、策略'
  $Before = $script:Blocked
  foreach ($Hive in @('HKEY_CURRENT_USER', 'HKEY_LOCAL_MACHINE')) {
    $Office = $Hive + '\Software\Policies\Microsoft\Office\16.0'
    if ((Read-Value ($Office + '\WEF\TrustedCatalogs') 'DisableAllCatalogs') -eq 1) {
      Write-Block '组策略『阻止 Web 加载项』（Block Web Add-ins）已启用：任何 Web 加载项都不会运行。' '请管理员停用：Microsoft Office 2016 > 安全设置 > 信任中心 > 受信任的目录。'
    }
    if ((Read-Value ($Office + '\WEF\TrustedCatalogs') 'DisableOMEXCatalogs') -eq 1) {
      Write-Note '组策略『阻止 Office 应用商店』（Block the Office Store）已启用。' '有报告说此时共享文件夹里的『添加』没有反应；请改用 安装-单机.reg，或由管理员集中部署。'
    }
    if ((Read-Value ($Office + '\Common\Privacy') 'DisconnectedState') -eq 2) {
      Write-Block '组策略关闭了 Office 的全部连接体验：除管理员集中部署的以外，加载项都不可用。' '请管理员启用『允许在 Office 中使用连接体验』，或集中部署本加载项。'
    }
    if ((Read-Value ($Office + '\Common\Privacy') 'ControllerConnectedServicesEnabled') -eq 2) {
      Write-Block '组策略关闭了『可选连接体验』：除管理员集中部署的以外，加载项都不可用。' '请管理员启用『允许在 Office 中使用其他可选连接体验』，或集中部署本加载项。'
    }
  }
  if ((Read-Value 'HKEY_CURRENT_USER\Software\Microsoft\Office\16.0\WEF\TrustedCatalogs' 'DisableAllCatalogs') -eq 1) {
    Write-Block 'Excel 信任中心勾选了『不允许启动任何 Web 加载项』。' 'Excel：文件 > 选项 > 信任中心 > 信任中心设置 > 受信任的加载项目录，取消勾选。'
  }
  if ((Read-Value 'HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Internet Settings\Zones\4' '2500') -eq 3) {
    Write-Note '『受限站点』区域关闭了保护模式，旧版 Office 会因此报加载项错误。' '控制面板 > Internet 选项 > 安全 > 受限站点，勾选『启用保护模式』。'
  }
  if ($script:Blocked -eq $Before) { Write-Fine '没有发现阻止加载项的策略。另请看一眼：文件 > 帐户 > 帐户隐私 > 管理设置 > 可选连接体验。' }
}

function Test-Installed {
  Write-Line ''
  Write-Line '四、安装'
  $Wef = 'HKEY_CURRENT_USER\Software\Microsoft\Office\16.0\WEF'
  $Manifest = Read-Value ($Wef + '\Developer') $AddinId
  $Catalogues = @(Get-ChildItem -LiteralPath ('Registry::' + $Wef + '\TrustedCatalogs') -ErrorAction SilentlyContinue |
      Where-Object { $Share -and $_.GetValue('Url') -eq $Share })
  if (-not $Manifest -and $Catalogues.Count -eq 0) {
    Write-Block '当前用户还没有安装：两种注册表项都没有。' '双击 安装-共享文件夹.reg 或 安装-单机.reg（每个 Windows 用户各一次），然后重新启动 Excel。由管理员集中部署的，不用理会这一条。'
  }
  if ($Manifest) {
    if (Test-File $Manifest) { Write-Fine ('单机安装：' + $Manifest) }
    else { Write-Block ('注册的清单文件不存在：' + $Manifest) '把包里的 manifest\manifest.xml 放到这个位置。' }
  }
  foreach ($Catalogue in $Catalogues) {
    if (($Catalogue.GetValue('Flags') -band 1) -ne 1) {
      Write-Block '共享文件夹目录没有勾选『在菜单中显示』。' '再次双击 安装-共享文件夹.reg。'
    }
    if (Test-File ($Share + '\manifest.xml')) { Write-Fine ('共享文件夹：' + $Share) }
    else { Write-Block ('读不到 ' + $Share + '\manifest.xml。') '检查共享权限（只需读取），并把 manifest.xml 放在这一层。' }
  }
}

# 一个地址能否打开；返回网页内容，打不开时为 $null。
function Read-Page([string]$Address, [string]$Name) {
  try {
    $Answer = Invoke-WebRequest -Uri $Address -UseBasicParsing -TimeoutSec 10
    Write-Fine ($Name + '：' + $Address)
    return $Answer.Content
  }
  catch [System.Net.WebException] {
    $Status = $_.Exception.Status
    if ($Status -eq 'TrustFailure' -or $Status -eq 'SecureChannelFailure') {
      Write-Block ($Name + '的证书不受信任：' + $Address) '把签发证书的单位根证书装进『受信任的根证书颁发机构』（通常由域策略下发），并检查证书的名称和有效期。'
    }
    elseif ($Status -eq 'NameResolutionFailure') {
      Write-Block ($Name + '的服务器名解析不了：' + $Address) '检查内网 DNS。'
    }
    elseif ($Status -eq 'ProtocolError') {
      Write-Block ($Name + '返回 ' + [int]$_.Exception.Response.StatusCode + '：' + $Address) '检查服务器上的文件和路径。'
    }
    else {
      Write-Block ($Name + '连接不上（' + $Status + '）：' + $Address) '检查网络、防火墙和代理。'
    }
    return $null
  }
}

function Test-Site {
  Write-Line ''
  Write-Line '五、存放页面的服务器'
  [System.Net.ServicePointManager]::SecurityProtocol = [System.Net.SecurityProtocolType]::Tls12
  $Page = Read-Page ($BaseUrl + '/taskpane.html') '窗格页面'
  if ($null -eq $Page) { return }
  # 构建时会去掉属性值的引号。
  if ($Page -match 'src="?([^">\s]*office\.js)') {
    $Source = $Matches[1]
    $IsOwnCopy = $Source -notmatch '^https://'
    if ($IsOwnCopy) { $Source = $BaseUrl + '/' + $Source }
    [void](Read-Page $Source 'Office 组件（office.js）')
    # 自带的副本可能不全；缺了这一个，窗格只会说 Excel 没有应答。
    if ($IsOwnCopy) { [void](Read-Page ($Source -replace 'office\.js$', 'excel-win32-16.01.js') 'Office 组件（Windows 版 Excel）') }
  }
  else {
    Write-Block '窗格页面的内容不对，里面没有 office.js。' '检查服务器或代理是否返回了别的网页。'
  }
}

Write-Line ('自评复核 __version__ 诊断  ' + (Get-Date -Format 'yyyy-MM-dd HH:mm'))
Test-Office
Test-WebView2
Test-Policy
Test-Installed
Test-Site
Write-Line ''
if ($Blocked -gt 0) {
  Write-Line ('结论：有 ' + $Blocked + ' 处阻碍，请从上往下逐条处理，然后重新启动 Excel。') 'Red'
}
else {
  Write-Line '结论：没有发现阻碍。' 'Green'
  Write-Line '仍看不到按钮或窗格是空白的：关闭所有 Office 程序，清空 %LOCALAPPDATA%\Microsoft\Office\16.0\Wef 文件夹，再打开 Excel。'
}
$File = Join-Path $env:TEMP '自评复核诊断.txt'
Set-Content -LiteralPath $File -Value $Report -Encoding UTF8
Write-Host ''
Write-Host ('以上内容已存入 ' + $File + '，可以转交技术人员。')
exit $Blocked
