/** The style of a report: 794 px wide, A4 on paper, light on paper whatever the reader's system is. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1f1f1f;--muted:#595959;--rule:#d4d4d4;--pos:#0a62a8;--neg:#b04a00;--neu:#646464}
@media screen and (prefers-color-scheme:dark){:root{--bg:#1b1b1b;--fg:#ddd;--muted:#a8a8a8;--rule:#444;--pos:#5cb0f2;--neg:#f09650;--neu:#a3a3a3}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:13px/20px system-ui,-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{max-width:794px;margin:0 auto;padding:40px 56px}
h1{font-size:24px;line-height:32px;font-weight:600;margin:0;text-wrap:balance;overflow-wrap:anywhere}
h2{font-size:16px;line-height:24px;font-weight:600;margin:24px 0 0;padding-top:20px;border-top:1px solid var(--rule);break-after:avoid}
h3{font-size:13px;line-height:20px;font-weight:600;margin:16px 0 0;break-after:avoid}
p{margin:0}.m{color:var(--muted)}.sub{color:var(--muted);font-size:12px;line-height:18px;break-after:avoid}.b{font-weight:600}
ol{margin:12px 0 0;padding-left:20px}ol li{margin:4px 0;font-size:14px;line-height:22px;overflow-wrap:anywhere}
ul{margin:8px 0 0;padding-left:20px}ul li{margin:2px 0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;margin-top:8px;font-variant-numeric:tabular-nums}
th{font-weight:400;font-size:12px;text-align:left;color:var(--muted);border-bottom:1px solid var(--fg);padding:2px 0}
td{border-bottom:1px solid var(--rule);padding:2px 0;vertical-align:top;overflow-wrap:anywhere}
tr{break-inside:avoid}.bar svg{max-width:none}.num{text-align:right;padding-right:8px;white-space:nowrap}.nw{white-space:nowrap;padding-right:8px}.bar{width:1px;padding:2px 8px 0}
svg{display:block;max-width:100%;height:auto}svg text{fill:var(--fg);font-size:12px}svg .mt{fill:var(--muted)}
.pos{fill:var(--pos);color:var(--pos)}.neg{fill:var(--neg);color:var(--neg)}.neu{color:var(--neu)}
.line{fill:none;stroke-width:2}.line.pos{stroke:var(--pos);fill:none}.line.neg{stroke:var(--neg);fill:none;stroke-dasharray:5 3}
.band{opacity:.2}.grid{stroke:var(--rule)}.axis{stroke:var(--fg)}.count{fill:var(--muted)}.shade{fill:var(--fg);opacity:.06}.at{stroke:var(--fg);stroke-dasharray:2 2}.ref{stroke:var(--fg);stroke-width:2}
.ex{display:grid;grid-template-columns:28px 1fr auto;gap:0 8px;padding:5px 0;border-bottom:1px solid var(--rule);break-inside:avoid;line-height:24px}
.ex .t{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate;min-width:0}.ex .r{text-align:right;font-size:12px;white-space:nowrap}
.w{padding:1px 2px 0;margin-inline:1px;color:inherit;border-bottom:2px solid;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.w.p{--t:var(--pos)}.w.n{--t:var(--neg)}.w.u{--t:var(--neu)}.w{border-color:var(--t);background:color-mix(in srgb,var(--t) var(--s),transparent)}
.s1{--s:10%}.s2{--s:14%;border-bottom-width:1px}.s3{--s:22%}.s4{--s:28%;border-bottom-width:3px}.w.ag{border-bottom-style:dashed}
.cell{unicode-bidi:isolate;white-space:pre-wrap}
details{margin-top:24px;padding-top:20px;border-top:1px solid var(--rule)}summary{font-size:16px;font-weight:600;cursor:pointer}
footer{margin-top:24px;font-size:12px;color:var(--muted)}
@page{size:A4;margin:14mm;@bottom-right{content:counter(page) ' / ' counter(pages);font:11px system-ui,sans-serif;color:#595959}}
p,li{orphans:3;widows:3}
@media print{h2{margin-top:16px;padding-top:14px}main{padding:0;max-width:none}details:not([open]){display:none}}
main>table td:first-child{width:26%;min-width:72px}
@media not screen,(min-width:601px){.thin{display:none}}
@media screen and (max-width:600px){.wide{display:none}}
@media(max-width:600px){main{padding:20px 16px}.bar{display:none}th{font-size:11px;line-height:14px;vertical-align:bottom}th.num{white-space:normal}td .m{display:block}main>table td:first-child{min-width:92px}.ex{grid-template-columns:24px 1fr}.ex .r{grid-column:2;text-align:left}}
`;
