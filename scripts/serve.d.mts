export interface Server {
  readonly url: string;
  close(): Promise<void>;
}

export function serve(options?: {
  readonly folder?: string;
  readonly port?: number;
  readonly host?: string;
}): Promise<Server>;
