export { districtKinds } from './kinds.js';
