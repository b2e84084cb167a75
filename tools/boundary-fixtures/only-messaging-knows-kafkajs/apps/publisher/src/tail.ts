import kafkajs from 'kafkajs';

export const Kafka = kafkajs.Kafka;
