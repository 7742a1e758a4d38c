import type { WorkflowDefinition } from '@onenx/schema';

const by = ['STREET_OFFICER'] as const;
const source = 'Minhang study (2015): 镇街社会组织服务中心招投标委托运营';

/** A platform is run by itself or by an organization under contract, until it is closed. */
export const operation: WorkflowDefinition = {
  field: 'platformStatus',
  initial: 'OWN_RUN',
  managed: ['operatorUscc', 'operatingContractId'],
  actions: {
    entrustStreetPlatform: {
      zh: '委托运营',
      en: 'Entrust the platform to an organization',
      from: ['OWN_RUN', 'ENTRUSTED'],
      to: 'ENTRUSTED',
      by,
      takes: { operatorUscc: 'required', operatingContractId: 'optional', entrustedAt: 'optional' },
      stamps: ['entrustedAt'],
      source,
    },
    takeBackStreetPlatform: {
      zh: '收回自主运营',
      en: 'Take the platform back',
      from: ['ENTRUSTED'],
      to: 'OWN_RUN',
      by,
      sets: () => ({ operatorUscc: null, operatingContractId: null, entrustedAt: null }),
      source,
    },
    closeStreetPlatform: {
      zh: '关闭平台',
      en: 'Close the platform',
      from: ['OWN_RUN', 'ENTRUSTED'],
      to: 'CLOSED',
      by,
      stamps: ['closedAt'],
      source: 'OneNX: a platform may be given up',
    },
  },
};
