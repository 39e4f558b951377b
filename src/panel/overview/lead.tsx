import { accuracyLead } from './accuracy/accuracy';
import { useOverviewPage } from './context';
import { FindingsList } from './findings/findings-list';

/** The sentence under the heading, which depends on the view. */
export function Lead() {
  const page = useOverviewPage();
  const { overview } = page;
  switch (overview.view.tab) {
    case 'findings':
      return <FindingsList />;
    case 'accuracy': {
      const counts = overview.figures.measurable;
      const against = (['file', 'reviews', 'both'] as const).find((each) => counts[each] > 0);
      const figure = against && overview.figures.accuracy(against);
      return against && figure ? <p class="lead">{accuracyLead(figure, against, page)}</p> : null;
    }
    default:
      return null;
  }
}
