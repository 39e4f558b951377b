import { Connection } from '../../shared/rpc/connection';
import type { Port } from '../../shared/rpc/port';
import { SaliencyError } from '../../shared/saliency-error';
import type { TeacherHost } from '../../training/teach/teacher';
import { LocalTeacher, type TeacherOptions } from './local-teacher';

/** The inside of the teaching worker: answers calls, and asks the host for what only the host can reach. */
export function serveTeacher(port: Port, surroundings: (host: TeacherHost) => TeacherOptions): void {
  const line = new Connection<TeacherHost>((message, transfer) => port.post(message, transfer));
  line.serve(new LocalTeacher(surroundings(line.remote)), { unforeseen });
  port.listen((message) => line.receive(message));
}

function unforeseen(error: unknown): SaliencyError {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new SaliencyError(`Training failed, which is a fault of Saliency: ${reason}`, 'internal', { reason });
}
