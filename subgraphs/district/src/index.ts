export { districtExtensions } from './extensions.js';
export { districtKinds } from './kinds.js';
