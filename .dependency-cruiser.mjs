import { DEPENDENCIES } from './scripts/lint/rooms.mjs';

export default DEPENDENCIES;
