import './explain.test';
import './bad-input.test';
import './worker.test';
import './same-everywhere.test';
import './proof-of-failure.test';
