const WRITTEN = /^([1-9]\d{3})([-/])(\d{1,2})\2(\d{1,2})$/;

/** A day written as YYYY-MM-DD or YYYY/M/D in its first form; null for anything else, and for a day that no calendar has. */
export function readDay(text: string): string | null {
  const match = WRITTEN.exec(text);
  if (!match) return null;
  const [, year = '', , month = '', day = ''] = match;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (Number(day) <= 28 && Number(day) > 0 && Number(month) > 0 && Number(month) <= 12) return written;
  const instant = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(written) ? written : null;
}
