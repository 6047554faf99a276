/** Lets header and tab bar know that they lie on the blue band. */

import { createContext } from 'react';

export const BandContext = createContext(false);
