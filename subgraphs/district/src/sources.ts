/** The documents that the district's kinds are made after. */
export const S0 = 'Changning consultative report (about 2014)';
export const S1 = 'Jizhou case (2014)';
export const S2 = 'Minhang study (2015)';
export const S3 = 'Changning implementation opinion (2021)';
export const S4 = 'Ningbo and other cases (2013–2019)';
export const ASSOCIATIONS = '社会团体登记管理条例';
export const GRADING = '社会组织评估管理办法';
export const CREDIT = '社会组织信用信息管理办法(民政部令第60号)';
export const ZOMBIES = '民发〔2021〕63号';
