const FULL_WIDTH_OFFSET = 0xfee0;

/** Full-width digits, letters and signs (as a Chinese input method types them) turned to their ASCII forms, and trimmed. */
export function halfWidth(text: string): string {
  const ascii = text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET));
  return ascii.replaceAll('\u3000', ' ').trim();
}
