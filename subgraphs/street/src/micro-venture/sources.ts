export const S3 = 'Changning implementation opinion (2021): 街镇“微创投”';
