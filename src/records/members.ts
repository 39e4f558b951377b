import { formatOfName } from './formats/table';
import { labelOfName } from './formats/labelled-lines';

/** Names of files about data, such as a README. */
const ABOUT = /(^|[\\/.])(readme|licen[cs]e|changelog|copying|notice|contributing|citation|credits|metadata|dataset_infos?)[^\\/]*$/i; // prettier-ignore
/** What Slack hands out beside its channels, which are folders. */
const SLACK = /^(?:[^/]+\/)?(channels|users|dms|groups|mpims|integration_logs|canvases|huddle_transcripts|org_users|lists|file_conversations)\.json$/; // prettier-ignore

/** The posts in an archive of X, which are scripts. */
const POSTS = /(^|[\\/])data[\\/](community-|note-)?tweets?(-part\d+)?\.js$/;

/** Whether a file in a folder or archive may hold records, by its name. */
export const isReadable = (name: string): boolean =>
  formatOfName(name) !== undefined || /\.zip$/i.test(name) || POSTS.test(name);

const isText = (name: string): boolean =>
  /^(text|markdown)$/.test(formatOfName(name) ?? '') && labelOfName(name) === undefined;

/** The files of a folder or archive that hold records: without READMEs and the like. */
export function withoutAbout(names: readonly string[]): readonly string[] {
  const isSlack = ['channels', 'users'].every((name) => names.some((file) => SLACK.exec(file)?.[1] === name));
  const own = isSlack ? names.filter((name) => !SLACK.test(name)) : names;
  const data = own.filter((name) => !ABOUT.test(name));
  return data.some((name) => !isText(name)) ? data : own;
}
