/** How to serve the pages: an nginx server and an IIS folder, with the headers that go with the pages' own policy. */

/** What the examples are written for. */
export interface Site {
  /** Such as "https://office.example.gov.cn/zipin". */
  readonly baseUrl: string;
  /** The Content-Security-Policy that the build wrote into taskpane.html. */
  readonly policy: string;
  /** The one that it wrote into workbench/index.html. */
  readonly workbenchPolicy: string;
}

/** Where the examples expect things; whoever installs replaces them. */
export const places = {
  site: '/srv/self-evaluation-review/site/',
  certificate: '/etc/nginx/tls/server.crt',
  key: '/etc/nginx/tls/server.key',
} as const;

/** The policy of a built page. */
export function policyOf(page: string): string {
  const policy = /http-equiv="?Content-Security-Policy"? content="([^"]*)"/.exec(page)?.[1];
  if (!policy) throw new Error('The page has no Content-Security-Policy');
  return policy;
}

/** Headers of every answer but that of an icon, which goes without Cache-Control. No X-Frame-Options: Excel on the web shows the pane in a frame. */
export function headers(policy: string): readonly (readonly [name: string, value: string])[] {
  return [
    ['Content-Security-Policy', policy],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
    // Kept, but asked about each time: a new version is there with the next opening of the pane.
    ['Cache-Control', 'no-cache'],
  ];
}

/** What the example calls the value of Cache-Control. */
const cacheVariable = '$self_evaluation_review_cache';

/** A server of nginx, for its folder conf.d or sites-enabled. */
export function nginxExample({ baseUrl, policy, workbenchPolicy }: Site): string {
  const { hostname, port, pathname } = new URL(baseUrl);
  const location = pathname.endsWith('/') ? pathname : `${pathname}/`;
  const elsewhere = location === '/' ? '' : '\n    location / {\n        return 404;\n    }\n';
  const added = (sent: string): string =>
    headers(sent)
      .map(([name, value]) => {
        const sentValue = name === 'Cache-Control' ? cacheVariable : `"${value}"`;
        return `        add_header ${name} ${sentValue} always;\n`;
      })
      .join('');
  const [, kept = ''] = headers(policy).find(([name]) => name === 'Cache-Control') ?? [];
  return `# 自评复核：静态页面。放进 /etc/nginx/conf.d/，改好各处路径，运行 nginx -t 检查，再 systemctl reload nginx。
# 证书由本单位的证书机构签发，名称含 ${hostname}；私钥只放在这台服务器上。

# 功能区图标不能带 Cache-Control，否则 Office 换成通用图标；值是空的，nginx 就不发这一项。
map $uri ${cacheVariable} {
    default "${kept}";
    ~/icon-[0-9]+[.]png$ "";
}

server {
    listen ${port === '' ? '443' : port} ssl;
    server_name ${hostname};

    ssl_certificate ${places.certificate};
    ssl_certificate_key ${places.key};
    ssl_protocols TLSv1.2 TLSv1.3;
    server_tokens off;

    charset utf-8;
    charset_types text/plain text/css application/javascript;
    gzip on;
    gzip_types text/css application/javascript;

    location ${location} {
        alias ${places.site};
        limit_except GET {
            deny all;
        }
        # 只用桌面版 Excel 时不必限制谁能嵌入。使用网页版时可在策略末尾加上（21Vianet 的地址请向微软核实）：
        # ; frame-ancestors https://*.officeapps.live.com https://*.sharepoint.com https://excel.cloud.microsoft
${added(policy)}    }

    # 不用 Excel 的页面：不连任何地方，策略因此不同；它的工作线程没有自己的页面，策略只能由服务器发。
    location ${location}workbench/ {
        alias ${places.site}workbench/;
        limit_except GET {
            deny all;
        }
${added(workbenchPolicy)}    }
${elsewhere}}
`;
}

/** Sizes of the ribbon's icons in pixels, as the manifest names them. */
const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80] as const;

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** web.config of IIS, for the folder that holds taskpane.html. */
export function iisExample({ policy, workbenchPolicy }: Site): string {
  const added = headers(policy)
    .map(([name, value]) => `        <add name="${name}" value="${attribute(value)}" />\n`)
    .join('');
  const iconsApart = iconSizes
    .map(
      (size) => `  <location path="assets/icon-${size}.png">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
          <remove name="Cache-Control" />
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>
`,
    )
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- 自评复核：放在 taskpane.html 旁边。站点须绑定 https，证书由本单位的证书机构签发；不需要 ASP.NET。 -->
<configuration>
  <system.webServer>
    <directoryBrowse enabled="false" />
    <staticContent>
      <clientCache cacheControlMode="NoControl" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
${added}      </customHeaders>
    </httpProtocol>
    <security>
      <requestFiltering>
        <verbs allowUnlisted="false">
          <add verb="GET" allowed="true" />
          <add verb="HEAD" allowed="true" />
        </verbs>
      </requestFiltering>
    </security>
  </system.webServer>
  <!-- 不用 Excel 的页面：不连任何地方，策略因此不同；它的工作线程没有自己的页面，策略只能由服务器发。 -->
  <location path="workbench">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
          <remove name="Content-Security-Policy" />
          <add name="Content-Security-Policy" value="${attribute(workbenchPolicy)}" />
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>
  <!-- 功能区图标不能带 Cache-Control，否则 Office 换成通用图标。 -->
${iconsApart}</configuration>
`;
}
