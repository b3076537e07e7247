export interface ChannelSearch {
  /** The number whose connection is under way, or `new` for one that has no name yet. */
  connect?: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function validateChannelSearch(input: Record<string, unknown>): ChannelSearch {
  const { connect } = input;
  return typeof connect === 'string' && (connect === 'new' || UUID.test(connect)) ? { connect } : {};
}
