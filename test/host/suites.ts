// First: whatever it left behind, the others would stumble over it.
import './privacy.test';
import './explain.test';
import './bad-input.test';
import './sentences.test';
import './agents.test';
import './panel.test';
import './export.test';
import './annotate.test';
import './annotate-disk.test';
import './open-rows.test';
import './import.test';
import './speed.test';
import './leaks.test';
import './random.test';
import './worker.test';
import './same-everywhere.test';
import './proof-of-failure.test';
