/** The colours and steps of the panel (see `docs`), in light and dark. */
export const ROWS_STYLE = `
:root { color-scheme: light dark; --ground: #fff; --ink: #3b3b3b; --positive: #0a62a8; --negative: #b04a00; --neutral: #646464; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #1f1f1f; --ink: #ccc; --positive: #5cb0f2; --negative: #f09650; --neutral: #a3a3a3; }
}
body { margin: 0; background: var(--ground); color: var(--ink); font: 13px/20px system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; }
main { display: flex; flex-direction: column; max-width: 1000px; padding: 20px 32px; }
h1 { font-size: 24px; line-height: 32px; font-weight: 600; margin: 0; order: -2; }
section { order: -1; }
table { border-collapse: collapse; }
td, th { text-align: left; vertical-align: top; padding: 8px 16px 8px 0; border-top: 1px solid color-mix(in srgb, var(--ink) 16%, transparent); font-variant-numeric: tabular-nums; }
td.text { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 28px; }
td.positive, td.negative, td.neutral { font-weight: 600; white-space: nowrap; }
td.positive { color: var(--positive); } td.negative { color: var(--negative); } td.neutral { color: var(--neutral); }
td.error { font-style: italic; }
.bars td { border: 0; padding: 0 16px 0 0; } .bars td:last-child { width: 320px; } .bars b { display: block; height: 12px; margin-top: 4px; background: var(--ink); opacity: .6; }
mark { color: inherit; background: color-mix(in srgb, var(--tone) var(--share), transparent); border-bottom: var(--line) solid var(--tone); padding: 0 1px; }
mark.ag { border-bottom-style: dashed; }
mark.positive { --tone: var(--positive); } mark.negative { --tone: var(--negative); } mark.neutral { --tone: var(--neutral); }
.s1 { --share: 10%; --line: 1px; } .s2 { --share: 18%; --line: 2px; } .s3 { --share: 27%; --line: 3px; } .s4 { --share: 36%; --line: 3px; outline: 1px solid var(--tone); }
`;
