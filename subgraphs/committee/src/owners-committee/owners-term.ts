import { notLater, refersTo } from '@onenx/node/kinds';
import { addDays, addYears, type RuleInput, type WorkflowDefinition } from '@onenx/schema';

const source = '物业管理条例 §16';

function filingDue(input: RuleInput): string {
  return addDays(String(input.after['electedAt']), input.parameter('ownersCommittee.filing.days'));
}

function termLimit(input: RuleInput): string {
  return addYears(String(input.after['electedAt']), input.parameter('ownersCommittee.term.years'));
}

/** Elected, filed within the days of the regulation, and ended when its term is over or it is dissolved. */
export const ownersTerm: WorkflowDefinition = {
  field: 'ownersStatus',
  initial: 'ELECTED',
  managed: ['filingDue', 'filingNo', 'termEnd'],
  actions: {
    fileOwnersCommittee: {
      zh: '业委会备案',
      en: "File the owners' committee",
      from: ['ELECTED'],
      to: 'FILED',
      by: ['COMMITTEE_WORKER', 'STREET_OFFICER'],
      takes: { filingNo: 'required', filedAt: 'optional', termEnd: 'optional' },
      stamps: ['filedAt'],
      sets: (input) => ({
        filingDue: filingDue(input),
        termEnd: input.after['termEnd'] ?? termLimit(input),
      }),
      rules: [
        notLater('filedAt', filingDue, {
          code: 'OWNERS_COMMITTEE_FILED_IN_TIME',
          zh: '业主委员会应自选举产生之日起规定期限内备案',
          en: "An owners' committee is filed within a number of days of its election",
          source,
          severity: 'WARNING',
        }),
        notLater('termEnd', termLimit, {
          code: 'OWNERS_COMMITTEE_TERM',
          zh: '业主委员会任期不应超过规定年限',
          en: "The term of an owners' committee is not longer than a number of years",
          source: '业主大会和业主委员会指导规则',
          unconfirmed: true,
        }),
        refersTo(
          { field: 'estateNo', kind: 'Estate', theirs: 'estateNo' },
          {
            code: 'OWNERS_COMMITTEE_ESTATE',
            zh: '业委会所在小区应在本居委会的小区名录中',
            en: "The estate of an owners' committee is on the list of estates",
            source: 'OneNX: numbers that a record names exist',
            severity: 'WARNING',
          },
        ),
      ],
      source,
    },
    endOwnersCommittee: {
      zh: '业委会届满或解散',
      en: "End the owners' committee",
      from: ['ELECTED', 'FILED'],
      to: 'ENDED',
      by: ['COMMITTEE_WORKER', 'STREET_OFFICER'],
      stamps: ['endedAt'],
      source,
    },
  },
};
