export { committeeKinds } from './kinds.js';
