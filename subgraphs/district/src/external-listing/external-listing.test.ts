import { expect, test } from '@jest/globals';
import { servedDistrict, today } from '../served-district.test-kit.js';

const district = servedDistrict();

test('what has to be on the platform is listed and matched, unless it was withdrawn before', async () => {
  const listing = (listingNo: string, listingRequired = true) =>
    district().save('DistrictExternalListing', 'listing', {
      listingNo,
      title: '示例需求',
      listingSubject: 'NEED',
      listingRequired,
      dueFrom: today,
    });
  const [matched, listed, withdrawn] = [await listing('L1'), await listing('L2'), await listing('L3')];
  await listing('L4');
  await listing('L5', false);
  for (const id of [matched, listed])
    await district().done('publishDistrictListing', 'listing', { id, platformNo: '示例1' });
  await district().done('matchDistrictListing', 'listing', { id: matched });
  await district().done('withdrawDistrictListing', 'listing', { id: withdrawn });
  const names = ['required', 'listed', 'matched', 'open'].map((name) => `listings.${name}.district`);
  expect((await district().counted(names))[0]?.cells).toEqual([3, 2, 1, 3]);
});
