import { describe, expect, it } from 'vitest';
import { pageHtml } from './page-html';

const PARTS = {
  language: 'en',
  title: 'Explanation',
  script: 'https://host/dist/panel.js',
  style: 'https://host/dist/panel.css',
  cspSource: 'https://host',
  nonce: 'n0nce',
  initial: '{}',
};

describe('pageHtml', () => {
  it('allows one script by its nonce, style sheets of its own, and nothing else', () => {
    const html = pageHtml(PARTS);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    expect(policy).toBe("default-src 'none'; style-src https://host; img-src data:; script-src 'nonce-n0nce'");
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });

  it('names the palette, where it is not left to the page', () => {
    expect(pageHtml(PARTS)).toContain('<body>');
    expect(pageHtml({ ...PARTS, palette: 'greenRed' })).toContain('<body data-palette="greenRed">');
  });

  it('keeps data from becoming markup', () => {
    const initial = JSON.stringify({ text: `"><script>alert('&')</script>` });
    const html = pageHtml({ ...PARTS, initial });
    expect(html.match(/<script/g)).toHaveLength(1);
    const attribute = /data-initial="([^"]*)"/.exec(html)![1];
    const read = attribute
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&');
    expect(JSON.parse(read)).toEqual(JSON.parse(initial));
  });
});
