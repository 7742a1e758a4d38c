import { expect, test } from '@jest/globals';
import { startHub } from '../kit/hub.js';
test('probe', async () => {
  const t0 = Date.now();
  await using hub = await startHub();
  console.log('start', Date.now() - t0);
  const q = '{ district(code: "310105", asOf: "2026-11-22") { name ...P streets { ...P committees { ...P } } } } fragment P on Place { code name coverage { ...C } summary { registeredOrganizations { ...V } teams { ...V } groups { ...V } communityOrganizations { ...V } projects { ...V } contractAmount { ...V } satisfaction { ...V } gradeShare { ...V } openNeeds { ...V } openWarnings { ...V } } } fragment V on MeasureValue { value numerator denominator missing coverage { ...C } } fragment C on Coverage { expected answered complete missing { code name level reason } }';
  for (let i = 0; i < 3; i++) { const t = Date.now(); const a = await hub.query<any>(q); console.log(a.status, Date.now() - t, JSON.stringify(a.body).length, JSON.stringify(a.body.errors), JSON.stringify(a.body.data?.district?.summary)); }
  expect(1).toBe(1);
});
