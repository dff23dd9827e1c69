/** Where the pages of instruments and waves are. */

export const addressOfInstrument = (id: string): string => `/surveys/${encodeURIComponent(id)}`;

export const addressOfWave = (id: string): string => `/waves/${encodeURIComponent(id)}`;
