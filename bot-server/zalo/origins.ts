/** The addresses from which Zalo loads a mini app: Android and iOS. Compared as strings: the second has no origin in the sense of a URL. */
export const miniAppOrigins = ['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn'] as const;
