package com.example.parcels;

/** The ways in which the sorter hears of a parcel. */
interface Carriers {
  /** By a message. */
  void send(String parcel);

  /** By a notification. */
  void publish(String parcel);

  /** By an event. */
  void announce(String parcel);

  /** By a call, whose answer it gives. */
  String call(String parcel);
}
