import './explain.test';
import './bad-input.test';
import './sentences.test';
import './agents.test';
import './panel.test';
import './export.test';
import './annotate.test';
import './speed.test';
import './leaks.test';
import './random.test';
import './worker.test';
import './same-everywhere.test';
// Late: its traps stay in the host's own modules.
import './privacy.test';
import './proof-of-failure.test';
