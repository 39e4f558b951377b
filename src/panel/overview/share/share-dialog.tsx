import { useState } from 'preact/hooks';
import type { WrittenLanguage } from '../../../shared/findings/written-language';
import type { ShareFormat } from '../../../shared/protocol/overview-to-host';
import { useOverviewPage } from '../context';
import { Dialog } from '../parts/dialog';
import { partPicture } from './part-picture';

type Format = ShareFormat | 'svg' | 'png';

const FORMATS: readonly Format[] = ['html', 'xlsx', 'csv', 'markdown', 'svg', 'png'];

/** The dialog for sharing results: a report, tables, a summary, or the charts as they are shown; in either language. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { strings, say, overview, host, language } = useOverviewPage();
  const { sharing: words } = strings;
  const [format, setFormat] = useState<Format>('html');
  const [report, setReport] = useState<WrittenLanguage>(language.startsWith('zh') ? 'zh' : 'en');
  const [isShown, setShown] = useState(overview.filter.length > 0);
  const [hasRows, setRows] = useState(false);
  const [problem, setProblem] = useState<string>();
  const charts = [...document.querySelectorAll<HTMLElement>('#view [data-chart]')];
  const [chart, setChart] = useState(charts[0]?.dataset.chart);
  const isPicture = format === 'svg' || format === 'png';
  const share = async (): Promise<void> => {
    if (!isPicture) {
      host.share({ request: { format, language: report, filter: isShown ? overview.filter : [], rows: hasRows } });
      return onClose();
    }
    const part = charts.find((each) => each.dataset.chart === chart);
    if (!part) return;
    const data = await partPicture(part, format);
    if (data === undefined) return setProblem(words.tooLarge);
    host.savePicture({ name: chart!, kind: format, data });
    onClose();
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <fieldset>
        <legend>{words.format}</legend>
        {FORMATS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="format"
              checked={format === each}
              disabled={(each === 'svg' || each === 'png') && charts.length === 0}
              onChange={() => setFormat(each)}
            />
            <span>
              {words.formats[each]}
              <span class="sub"> {words.notes[each]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {isPicture ? (
        <fieldset>
          <legend>{words.chart}</legend>
          {charts.map((each) => (
            <label key={each.dataset.chart}>
              <input
                type="radio"
                name="chart"
                checked={chart === each.dataset.chart}
                onChange={() => setChart(each.dataset.chart)}
              />
              {each.dataset.name}
            </label>
          ))}
        </fieldset>
      ) : (
        <>
          <fieldset>
            <legend>{words.language}</legend>
            {(['en', 'zh'] as const).map((each) => (
              <label key={each}>
                <input type="radio" name="language" checked={report === each} onChange={() => setReport(each)} />
                {strings.languages[each]}
              </label>
            ))}
          </fieldset>
          {overview.filter.length > 0 && (
            <label>
              <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.currentTarget.checked)} />
              {words.onlyShown.replace('{0}', say.count(overview.shown.length))}
            </label>
          )}
          {format === 'html' && (
            <label>
              <input type="checkbox" checked={hasRows} onChange={(event) => setRows(event.currentTarget.checked)} />
              {words.appendix}
            </label>
          )}
        </>
      )}
      {problem !== undefined && (
        <p class="b" role="alert">
          {problem}
        </p>
      )}
      <p class="acts dialog-acts">
        <button class="primary" onClick={() => void share()}>
          {words.save}
        </button>
        {format === 'markdown' && (
          <button
            onClick={() => {
              host.share({
                request: {
                  format,
                  language: report,
                  filter: isShown ? overview.filter : [],
                  rows: false,
                  toClipboard: true,
                },
              });
              onClose();
            }}
          >
            {words.copy}
          </button>
        )}
        <button onClick={onClose}>{strings.cancel}</button>
      </p>
    </Dialog>
  );
}
