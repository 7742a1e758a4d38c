import type { Rule } from '@onenx/schema';

/** A grid belongs to a committee, which its code begins with. */
export const gridCodeRule: Rule = {
  code: 'GRID_CODE',
  zh: '网格编码应为所属居委会12位代码加3位顺序号',
  en: "A grid's code is the 12 digits of its committee and three digits of its own",
  source: 'DB6101/T 3185-2024 §5.2; GB/T 30428.1',
  unconfirmed: true,
  check: ({ after }) => {
    const found = String(after['gridCode']);
    const place = String(after['place']);
    return found.startsWith(place) && /^\d{15}$/.test(found)
      ? null
      : { field: 'gridCode', found, expected: `${place}000 – ${place}999` };
  },
};
