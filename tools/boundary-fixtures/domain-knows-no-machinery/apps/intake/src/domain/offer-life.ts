import { Injectable } from '@nestjs/common';

export const offerLife = Injectable;
