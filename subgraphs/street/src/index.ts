export { streetKinds } from './kinds.js';
