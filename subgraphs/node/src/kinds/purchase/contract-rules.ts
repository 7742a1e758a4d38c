import { addMonths, type RecordValues, type Rule } from '@onenx/schema';
import { notLater } from '../rules/deadline-rule.js';
import type { Buyer } from './buyer.js';
import { yearsWithin } from './purchase-terms.js';
import { sameNumber } from './related.js';
import { isYearPassed } from './release.js';
import { PURCHASE, S2, S3 } from './sources.js';

const STANDING = ['SIGNED', 'RUNNING', 'COMPLETED'];

/** What is looked at when the contract of a year is signed. */
export function signingRules(buyer: Buyer): readonly Rule[] {
  const { level } = buyer;
  return [
    yearsWithin(buyer, 'CONTRACT'),
    yearWithinYears(buyer),
    renewed(buyer),
    awarded(buyer),
    notLater(
      'endsAt',
      ({ after, parameter }) => addMonths(String(after['startsAt']), parameter('purchase.contract.months')),
      {
        code: `${level}_CONTRACT_TERM`,
        zh: '分年签订的合同一般不超过一年',
        en: 'A contract, signed year by year, normally lasts no longer than a year',
        source: `${S3}: 分年签订合同; ${PURCHASE} [GK]`,
        unconfirmed: true,
        severity: 'WARNING',
      },
    ),
  ];
}

function yearWithinYears({ level }: Buyer): Rule {
  return {
    code: `${level}_CONTRACT_YEAR_INDEX`,
    zh: '合同年度序号不得超过采购年限',
    en: 'The year of a contract is within the years of its purchase',
    source: `${S3}: 一次采购三年享用、分年签订合同`,
    check: ({ after }) => {
      const found = Number(after['yearIndex']);
      const years = Number(after['years']);
      return found <= years ? null : { field: 'yearIndex', found, expected: `≤ ${years}` };
    },
  };
}

/** A second or third year follows on a year before it that was contracted and whose work passed. */
function renewed(buyer: Buyer): Rule {
  return {
    code: `${buyer.level}_CONTRACT_RENEWAL`,
    zh: '续签次年合同应以上年度合同及其绩效评价合格为前提',
    en: 'The next year is signed after the year before was contracted and its evaluation passed',
    source: `${S3}: 分年签订合同; ${S2}: 结果作为今后招标依据`,
    needs: {
      siblings: sameNumber(buyer, 'Contract', 'procurementNo'),
      evaluations: sameNumber(buyer, 'Performance', 'projectNo'),
    },
    check: ({ after, related }) => {
      const before = Number(after['yearIndex']) - 1;
      if (before < 1) return null;
      const { siblings = [], evaluations = [] } = related;
      if (!siblings.some((one) => isOfYear(one, before, after))) {
        return { field: 'yearIndex', found: before + 1, expected: `yearIndex ${before}: ${STANDING.join(', ')}` };
      }
      return isYearPassed(evaluations, before)
        ? null
        : { field: 'yearIndex', found: before + 1, expected: `contractYear ${before}: PASSED` };
    },
  };
}

function isOfYear(contract: RecordValues, year: number, { projectNo }: RecordValues): boolean {
  return (
    Number(contract['yearIndex']) === year &&
    contract['projectNo'] === projectNo &&
    STANDING.includes(String(contract['contractStatus']))
  );
}

function awarded(buyer: Buyer): Rule {
  return {
    code: `${buyer.level}_CONTRACT_AWARDED`,
    zh: '合同应依据已成交的采购签订,且年限不超过采购年限',
    en: 'A contract rests on a procurement that was awarded, and on its years',
    source: `${S2}: 中期评审签约`,
    needs: { procurements: sameNumber(buyer, 'Procurement', 'procurementNo') },
    check: ({ after, related }) => {
      const found = String(after['procurementNo']);
      const procurement = (related['procurements'] ?? []).find(
        ({ procurementStatus }) => procurementStatus === 'AWARDED',
      );
      if (procurement === undefined) return { field: 'procurementNo', found, expected: 'AWARDED' };
      const years = Number(procurement['years']);
      return Number(after['years']) <= years
        ? null
        : { field: 'years', found: Number(after['years']), expected: `≤ ${years}` };
    },
  };
}
