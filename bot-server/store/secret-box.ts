/** Keeps secrets unreadable at rest (AES-256-GCM), with the key's name in front so that the key can be changed. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

export interface SecretBox {
  /** `purpose` is bound to the secret: what was sealed for one place cannot be moved to another. */
  seal(secret: string, purpose: string): string;
  /** Throws when the key is missing, the purpose is another, or a byte was changed. */
  open(sealed: string, purpose: string): string;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Keys of 64 hex digits; the first seals, the others still open what they sealed before. */
export function createSecretBox(keys: [string, ...string[]]): SecretBox {
  const named = keys.map((hex) => {
    const key = Buffer.from(hex, 'hex');
    return { key, id: createHash('sha256').update(key).digest('hex').slice(0, 8) };
  });
  const sealing = named[0]!;

  return {
    seal(secret, purpose) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealing.key, iv).setAAD(Buffer.from(purpose));
      const hidden = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return `${sealing.id}.${Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64url')}`;
    },
    open(sealed, purpose) {
      const [id, content = ''] = sealed.split('.');
      const opening = named.find((one) => one.id === id);
      if (!opening) throw new Error('A stored secret was sealed with another ENCRYPTION_KEY.');
      const bytes = Buffer.from(content, 'base64url');
      const iv = bytes.subarray(0, IV_BYTES);
      const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', opening.key, iv, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(tag);
      const secret = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
      return secret.toString('utf8');
    },
  };
}
