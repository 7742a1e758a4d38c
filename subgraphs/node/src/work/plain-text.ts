/** Control characters, but for tabs and line ends. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** What is expected of a text, in words that serve both languages. */
export const PLAIN_TEXT = '文本, 不含控制字符 (text without control characters)';

/** Text that both databases keep as it is: without control characters, and whole in Unicode. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !CONTROL.test(text);
}

/** A text with what cannot be seen in it written out. */
export function visible(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
