import { useState } from 'preact/hooks';
import type { LayerTrace } from '../../../shared/studies';
import type { StudyResults } from '../../../shared/protocol/panel';
import { wordPlaces, type TurningMark } from '../../charts/along';
import { DistanceCurve } from '../../charts/distance-curve';
import { Figure } from '../../charts/figure';
import { GateRows, gateOpacity } from '../../charts/gate-rows';
import { RunningCurve } from '../../charts/running-curve';
import { usePage } from '../page-context';
import { fill } from '../../wording/format';
import { labelName } from '../../wording/names';
import type { ShownExplanation } from '../../wording/reading';
import { gatesFinding, gatesTable, layerName, runningFinding, runningTable, turningOf } from '../../wording/running';
import { nearestNameable } from '../../wording/nameable-words';
import { formedFinding, quotedList } from '../../wording/sentences';
import { distanceTable } from '../../wording/tables';
import { RadioGroup } from './radio-group';
import { AskForFigures, type StudiesState } from './waiting';

interface FormedProps {
  readonly shown: ShownExplanation;
  readonly trace: StudyResults['trace'];
  readonly studies: StudiesState;
}

/** What *How the prediction formed* holds: prediction, state and gates along the text, one below the other on the same words. */
export function HowFormed({ shown, trace, studies }: FormedProps) {
  const { strings, layout } = usePage();
  const place = wordPlaces(shown.words.length, layout);
  const marks = trace ? turningMarks() : [];
  const gated = trace !== undefined && trace.layers.length > 0;
  const finding = formedFinding(shown, strings);
  return (
    <div class="formed">
      {trace && (
        <Figure
          id="running"
          name={strings.running}
          heading={
            <h3>
              {strings.running} <span class="u">{strings.runningUnit}</span>
            </h3>
          }
          table={() => runningTable(shown, trace, strings)}
        >
          <RunningCurve
            {...{ shown, trace, place, marks }}
            finding={runningFinding(shown, trace, strings)}
            worded={!shown.hasDistance && !gated}
          />
        </Figure>
      )}
      {shown.hasDistance && (
        <Figure
          id="distance"
          name={strings.wayLeft}
          heading={
            <h3>
              {strings.wayLeft} <span class="u">{finding ? strings.wayLeftUnit : strings.wayLeftTwo}</span>
            </h3>
          }
          table={() => distanceTable(shown, strings)}
        >
          <DistanceCurve {...{ shown, place, marks }} finding={finding ?? strings.wayLeft} worded={!gated} />
        </Figure>
      )}
      {gated && <Gates {...{ shown, marks }} layers={trace.layers} />}
      {trace && !gated && <p class="note">{strings.gatesNone}</p>}
      {!trace && <AskForFigures study="trace" label={strings.askTrace} {...studies} />}
    </div>
  );

  function turningMarks(): TurningMark[] {
    const { label } = shown.view.explanation;
    const { turn, low } = turningOf(trace!, label);
    const quoted = (word: number) => quotedList([nearestNameable(shown.words, word)], strings);
    return [
      ...(low === undefined ? [] : [{ word: low, label: fill(strings.lowMark, quoted(low)) }]),
      ...(turn === undefined || turn === low
        ? []
        : [{ word: turn, label: fill(strings.turnMark, quoted(turn), labelName(label, strings)) }]),
    ];
  }
}

interface GatesProps {
  readonly shown: ShownExplanation;
  readonly marks: readonly TurningMark[];
  readonly layers: readonly LayerTrace[];
}

/** One direction of one layer at a time. */
function Gates({ shown, marks, layers }: GatesProps) {
  const { strings, layout } = usePage();
  const [chosen, choose] = useState('0');
  const layer = layers[Number(chosen)] ?? layers[0];
  const place = wordPlaces(shown.words.length, layout);
  const finding = gatesFinding(shown, layer, strings);
  return (
    <>
      <Figure
        id="gates"
        name={strings.gates}
        heading={
          <h3>
            {strings.gates} <span class="u">{strings.gatesUnit}</span>
          </h3>
        }
        table={() => gatesTable(shown, layer, strings)}
      >
        <div class="tools inside">
          {layers.length > 1 && (
            <RadioGroup
              label={strings.gatesLayer}
              value={chosen}
              onChange={choose}
              options={layers.map((each, index) => ({ value: String(index), label: layerName(each, strings) }))}
            />
          )}
          <span class="shades sm m" aria-hidden="true">
            0
            {[0, 0.25, 0.5, 0.75, 1].map((value) => (
              <svg key={value} width="12" height="12">
                <rect class="cell" width="12" height="12" fill-opacity={gateOpacity(value)} />
              </svg>
            ))}
            1
          </span>
        </div>
        <GateRows {...{ shown, layer, place, marks, finding }} />
      </Figure>
      <p class="note">{finding}</p>
    </>
  );
}
