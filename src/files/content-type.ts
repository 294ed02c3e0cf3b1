/** Watches the bytes of a file go by, and knows at the end whether they were text. */
export interface TextWatcher {
  readonly look: (chunk: Uint8Array) => void;
  /** Whether all of it was UTF-8 without control characters; ask once, at the end. */
  readonly isText: () => boolean;
}

/** A watcher that has seen nothing yet. */
export function watchText(): TextWatcher {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isText = true;
  const decode = (chunk?: Uint8Array): void => {
    if (!isText) return;
    try {
      const text = decoder.decode(chunk, { stream: chunk !== undefined });
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      isText = !/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text);
    } catch {
      isText = false;
    }
  };
  return {
    look: decode,
    isText: () => {
      decode();
      return isText;
    },
  };
}

/**
 * The media type of a file by its content; application/octet-stream when nothing is known.
 *
 * @param isText whether all of it is text. Then it is text/plain whatever its first letters say:
 *   "BMW" would else make a drawing of a note. A PDF may be all text, and is one still.
 */
export async function contentType(file: string, isText: boolean): Promise<string> {
  const { fileTypeFromFile } = await import('file-type');
  // A file that breaks off in its middle is of no known type.
  const found = (await fileTypeFromFile(file).catch(() => undefined))?.mime;
  if (isText) return found === 'application/pdf' ? found : 'text/plain';
  return found ?? 'application/octet-stream';
}
