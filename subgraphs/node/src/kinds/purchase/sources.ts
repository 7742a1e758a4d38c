/** The documents that purchases are made after. */
export const S0 = 'Changning consultative report (about 2014)';
export const S1 = 'Jizhou case (2014)';
export const S2 = 'Minhang study (2015)';
export const S3 = 'Changning implementation opinion (2021)';
export const PURCHASE = '政府购买服务管理办法(财政部令第102号)';
