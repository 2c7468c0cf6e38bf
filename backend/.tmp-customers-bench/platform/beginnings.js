var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Injectable } from '@nestjs/common';
/** Lets features above `people` add to the first setup without `people` knowing them. */
let Beginnings = class Beginnings {
    constructor() {
        this.known = [];
    }
    /** Called by a feature when its module starts. */
    add(beginning) {
        this.known.push(beginning);
    }
    /** Runs them one after the other; called by the first setup once the organisation is stored. */
    async run(tx) {
        for (const beginning of this.known)
            await beginning(tx);
    }
};
Beginnings = __decorate([
    Injectable()
], Beginnings);
export { Beginnings };
