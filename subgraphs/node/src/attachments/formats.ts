import { MEDIA_TYPE } from '../server/imports/file-type.js';

/** The media type of each format that may be attached. */
export const ATTACHMENT_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  xlsx: MEDIA_TYPE.xlsx,
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
} as const;

export type AttachmentFormat = keyof typeof ATTACHMENT_TYPES;

/** How the name of a file of a format ends, in small letters. */
export function extensionsOf(format: AttachmentFormat): readonly string[] {
  return format === 'jpeg' ? ['.jpg', '.jpeg'] : [`.${format}`];
}
