import type { Rule } from '@onenx/schema';
import { atMost } from '../rules/common-rules.js';
import type { Buyer } from './buyer.js';
import { PURCHASE, S2, S3 } from './sources.js';

/** How something is bought is a statutory method, an arrangement, or both. */
export function methodStated({ level }: Buyer, what: string): Rule {
  return {
    code: `${level}_${what}_METHOD`,
    zh: '应写明采购方式或购买安排',
    en: 'A purchase states its method or its arrangement',
    source: `政府采购法; ${S2}`,
    check: ({ after }) => {
      const stated = after['procurementMethod'] ?? after['arrangement'] ?? null;
      return stated === null
        ? { field: 'procurementMethod', found: '-', expected: 'procurementMethod, arrangement' }
        : null;
    },
  };
}

/** A purchase lasts three years at most. */
export function yearsWithin({ level }: Buyer, what: string): Rule {
  return atMost('years', 'purchase.contract.years', {
    code: `${level}_${what}_YEARS`,
    zh: '一次采购的合同年限不得超过规定年数',
    en: 'One purchase lasts no longer than the years allowed',
    source: `${S3}: 一次采购三年享用、分年签订合同; ${PURCHASE}`,
  });
}

/** The catalogue is the district's, so its own purchases alone can be held against it. */
export function citesCatalogue({ level }: Buyer, what: string): readonly Rule[] {
  if (level !== 'DISTRICT') return [];
  return [
    {
      code: `${level}_${what}_CATALOGUE`,
      zh: '引用的目录条目应为当日有效条目',
      en: 'A catalogue item that a purchase cites is in force on the day',
      source: `${S3}: 政府购买服务指导性目录`,
      needs: { items: { kind: 'CatalogueItem', match: { itemCode: 'catalogueItemCode' } } },
      check: ({ after, related, today }) => {
        const found = after['catalogueItemCode'] ?? null;
        if (found === null) return null;
        const inForce = (related['items'] ?? []).some(
          ({ validFrom, endedAt }) =>
            String(validFrom) <= today && ((endedAt ?? null) === null || String(endedAt) > today),
        );
        return inForce ? null : { field: 'catalogueItemCode', found: String(found), expected: 'CatalogueItem' };
      },
    },
  ];
}
