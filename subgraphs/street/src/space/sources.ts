export const S3 = 'Changning implementation opinion (2021): “安家”工程';
