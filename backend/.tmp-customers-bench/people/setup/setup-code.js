var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
// Without the letters and digits that are read wrongly from a console.
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;
const digest = (text) => createHash('sha256').update(text).digest();
const bare = (text) => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
/** The one-time code on the console, which proves that whoever sets Tangent up also runs it: 78 random bits, new at each start. */
let SetupCode = class SetupCode {
    constructor() {
        /** As printed, in groups. */
        this.text = Array.from({ length: GROUPS }, () => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')).join('-');
    }
    /** Whether that is the code; takes the same time whatever is wrong with it. */
    matches(typed) {
        return timingSafeEqual(digest(bare(typed)), digest(bare(this.text)));
    }
};
SetupCode = __decorate([
    Injectable()
], SetupCode);
export { SetupCode };
