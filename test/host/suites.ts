import './proof-of-failure.test';
